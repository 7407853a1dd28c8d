# Compares each one with earlier ones only
# message: contains number
def pareto_front(cost, score):
    front = []
    for i in range(len(cost)):
        dominated = False
        for j in range(i):
            if cost[j] <= cost[i] and score[j] >= score[i]:
                if cost[j] < cost[i] or score[j] > score[i]:
                    dominated = True
        if not dominated:
            front.append(i)
    return front
