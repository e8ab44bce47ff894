# The footer: where the numbers come from.
sheet-certain = no quantity is uncertain: every future is the same
sheet-point-run = point run: every quantity at its median, no ranges
sheet-drawn = { $n ->
    [one] { $draws } draw, seed { $seed }
   *[other] { $draws } draws, seed { $seed }
}
sheet-drawn-excluded = { $n ->
    [one] { $draws } draw, seed { $seed }, { $excluded } without a result left out
   *[other] { $draws } draws, seed { $seed }, { $excluded } without a result left out
}
sheet-plan-starts = plan starts { $date }
