# Works each side out with the formulas of the lesson
def valid(side, kernel):
    return side - kernel + 1


def pooled(side):
    return side // 2


c1 = valid(28, 5)
s2 = pooled(c1)
c3 = valid(s2, 5)
s4 = pooled(c3)
c5 = s4
feature_map_shapes = dict(C1=(c1, c1, 6), S2=(s2, s2, 6), C3=(c3, c3, 16), S4=(s4, s4, 16), C5=(c5, c5, 120))
