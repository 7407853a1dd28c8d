# Lets each one dominate itself
# message: nothing dominates number
def pareto_front(cost, score):
    n = range(len(cost))
    return [i for i in n if not any(cost[j] <= cost[i] and score[j] >= score[i] for j in n)]
