# The plan by channel and quarter.
plan-caption = Spend of the proposal in { $currency } by channel and quarter of the calendar; a period belongs to the quarter in which it starts
plan-caption-years = Spend of the proposal in { $currency } by channel and year; a period belongs to the year in which it starts
plan-caption-total = Spend of the proposal in { $currency } by channel over the whole horizon
plan-channel = Channel
plan-total = Proposal
plan-today = Today
plan-change = Change
plan-sum = Total
plan-actions-row = Actions
plan-actions = Actions
plan-action-new = New: { $name }
plan-action-stays = As planned: { $name }
plan-action-dropped = Left out: { $name }
