# An array of indices from a mask, one network at a time
def pareto_front(cost, score):
    cost, score = np.array(cost), np.array(score)
    keep = np.ones(len(cost), bool)
    for i in range(len(cost)):
        same_cost_better = (cost == cost[i]) & (score > score[i])
        cheaper_as_good = (cost < cost[i]) & (score >= score[i])
        keep[i] = not np.any(same_cost_better | cheaper_as_good)
    return np.where(keep)[0]
