# One picture after the other, channels stacked
def to_alexnet_input(images):
    result = []
    for image in images:
        framed = np.pad(image / 255, 2)
        result.append(np.stack([framed] * 3, axis=-1))
    return np.array(result, dtype=np.float32)
