# Keeps the highest score alone
# message: With cost
def pareto_front(cost, score):
    best = max(score)
    return [i for i in range(len(score)) if score[i] == best]
