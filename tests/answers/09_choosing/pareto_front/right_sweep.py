# Sweeps from cheap to dear and keeps each new best
def pareto_front(cost, score):
    order = sorted(range(len(cost)), key=lambda i: (cost[i], -score[i]))
    front, best, best_cost = [], float("-inf"), None
    for i in order:
        if score[i] > best or (score[i] == best and cost[i] == best_cost):
            front.append(i)
            best, best_cost = score[i], cost[i]
    return sorted(front)
