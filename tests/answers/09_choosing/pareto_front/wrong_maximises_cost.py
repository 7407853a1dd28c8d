# Prefers what costs more
# message: nothing dominates number
def pareto_front(cost, score):
    n = range(len(cost))
    return [
        i
        for i in n
        if not any(
            cost[j] >= cost[i]
            and score[j] >= score[i]
            and (cost[j] > cost[i] or score[j] > score[i])
            for j in n
        )
    ]
