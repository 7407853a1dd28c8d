# Counts parameters
# message: but you count
def count_macs(model):
    return model.count_params()
