# Two loops and a flag
def pareto_front(cost, score):
    front = []
    for i in range(len(cost)):
        dominated = False
        for j in range(len(cost)):
            if cost[j] > cost[i] or score[j] < score[i]:
                continue
            if cost[j] != cost[i] or score[j] != score[i]:
                dominated = True
                break
        if not dominated:
            front.append(i)
    return front
