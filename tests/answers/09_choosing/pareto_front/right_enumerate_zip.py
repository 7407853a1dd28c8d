# Lists the rivals of each pair of cost and score
def pareto_front(cost, score):
    networks = list(zip(cost, score))
    answer = []
    for index, (c, s) in enumerate(networks):
        rivals = [(c2, s2) for c2, s2 in networks if c2 <= c and s2 >= s and (c2 != c or s2 != s)]
        if len(rivals) == 0:
            answer.append(index)
    return answer
