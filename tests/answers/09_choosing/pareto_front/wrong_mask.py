# Returns a mask instead of indices
# message: each once
def pareto_front(cost, score):
    n = range(len(cost))
    return [
        not any(
            cost[j] <= cost[i]
            and score[j] >= score[i]
            and (cost[j] < cost[i] or score[j] > score[i])
            for j in n
        )
        for i in n
    ]
