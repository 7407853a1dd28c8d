# Sweeps by cost and keeps what costs more for the same score
# message: contains number
def pareto_front(cost, score):
    order = sorted(range(len(cost)), key=lambda i: (cost[i], -score[i]))
    front, best = [], float("-inf")
    for i in order:
        if score[i] >= best:
            front.append(i)
            best = score[i]
    return sorted(front)
