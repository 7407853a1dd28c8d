# Takes as dominated only what is worse in both
# message: contains number
def pareto_front(cost, score):
    n = range(len(cost))
    return [i for i in n if not any(cost[j] < cost[i] and score[j] > score[i] for j in n)]
