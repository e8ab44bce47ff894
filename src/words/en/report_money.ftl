# The money table.
money-caption = The plans side by side, every assumption at its middle value
money-figure = Figure
money-difference = Difference
money-range = Proposal, 8 futures in 10
money-unlimited = Without channel limits
money-note-range = The range of 8 futures in 10 leaves out the best and the worst tenth of the futures drawn.
money-note-unlimited = “Without channel limits” is the best plan for the same budget if no single channel had a limit: what the limits cost.
money-note-median = The charts show the median of the results, this table the result of the median assumptions: the two can differ.
targets-target = Target
targets-chance = Reached in
targets-caption = The targets of the plan
