# Sorts the list of costs that it was given
# message: changed a list
def pareto_front(cost, score):
    front = [
        i
        for i in range(len(cost))
        if not any(
            cost[j] <= cost[i]
            and score[j] >= score[i]
            and (cost[j] < cost[i] or score[j] > score[i])
            for j in range(len(cost))
        )
    ]
    cost.sort()
    return front
