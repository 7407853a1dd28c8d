# Returns costs instead of indices
# message: With cost
def pareto_front(cost, score):
    points = list(zip(cost, score))
    return [
        c
        for c, s in points
        if not any(c2 <= c and s2 >= s and (c2 < c or s2 > s) for c2, s2 in points)
    ]
