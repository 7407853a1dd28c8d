"""Draws networks as points: what each costs to the right, what it achieves upwards."""

from convlab.plot import BLUE, ORANGE
from sketch.canvas import Canvas, tint
from sketch.words import say

# In points: the ends of the axes, and a unit of cost and of score.
RIGHT, HIGH, COST, SCORE = 380, 220, 105, 6


def draw_dominance(networks, lang):
    """Draws networks, the ground that those on the Pareto front dominate, and the front.

    Args:
        networks: (cost, score from 50 to 85) of each.
    """
    canvas = Canvas()
    places = [(40 + COST * (cost - 0.4), HIGH - SCORE * (score - 50)) for cost, score in networks]
    front = [
        (x, y)
        for x, y in places
        if not any(a <= x and b <= y and (a, b) != (x, y) for a, b in places)
    ]
    for x, y in front:
        ground = [(x, y), (RIGHT, y), (RIGHT, HIGH), (x, HIGH)]
        canvas.polygon(ground, tint(ORANGE, 0.15), tint(ORANGE, 0.4), 0.8)
    canvas.arrow([(40, HIGH), (RIGHT + 16, HIGH)])
    canvas.arrow([(40, HIGH), (40, 0)])
    canvas.text(46, 2, say("score", lang), align="left")
    canvas.text((40 + RIGHT) / 2, HIGH + 14, say("cost", lang))
    for number, (x, y) in enumerate(places):
        colour = ORANGE if (x, y) in front else BLUE
        canvas.polygon([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], colour, "white")
        canvas.text(x + 14, y - 10, str(number), 10, "bold")
    return canvas.finish([say("dominated", lang)])
