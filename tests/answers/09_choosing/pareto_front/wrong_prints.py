# Prints and returns nothing
# message: should return a list
def pareto_front(cost, score):
    for i in range(len(cost)):
        print(i, cost[i], score[i])
