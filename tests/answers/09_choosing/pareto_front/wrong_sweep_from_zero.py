# Sweeps from a score of 0, so that negative ones never enter
# message: nothing dominates number
def pareto_front(cost, score):
    order = sorted(range(len(cost)), key=lambda i: (cost[i], -score[i]))
    front, best, best_cost = [], 0, None
    for i in order:
        if score[i] > best or (score[i] == best and cost[i] == best_cost):
            front.append(i)
            best, best_cost = score[i], cost[i]
    return sorted(front)
