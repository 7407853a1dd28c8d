# Every pair at once by broadcasting
def pareto_front(cost, score):
    cost, score = np.asarray(cost), np.asarray(score)
    no_worse = (cost[None] <= cost[:, None]) & (score[None] >= score[:, None])
    better = (cost[None] < cost[:, None]) | (score[None] > score[:, None])
    return np.flatnonzero(~(no_worse & better).any(axis=1)).tolist()
