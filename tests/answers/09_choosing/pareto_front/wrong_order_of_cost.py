# Sorts the indices by cost
# message: ascending order
def pareto_front(cost, score):
    n = range(len(cost))
    front = [
        i
        for i in n
        if not any(
            cost[j] <= cost[i]
            and score[j] >= score[i]
            and (cost[j] < cost[i] or score[j] > score[i])
            for j in n
        )
    ]
    return sorted(front, key=lambda i: cost[i])
