# The weakest stage, and what to do.
weakest-what = The weakest stage is not the one with the lowest rate, but the one where reaching the target is worth most.
weakest-caption = The stages of the funnel today
weakest-stage = Stage
weakest-today = Today
weakest-target = Target
weakest-at-stake = Worth in { $objective }
weakest-chance = Is the weakest in
weakest-way = Best known way up
weakest-rate-reach = { $stage }: visits per period
weakest-rate-act = { $stage }: leads per organic visit
weakest-rate-convert = { $stage }: customers per organic lead
weakest-rate-engage = { $stage }: customers kept per period
weakest-way-none = none is known
weakest-way-action = “{ $name }” for { $cost }: { $gain } net
weakest-way-channel = { $cost } more for { $name }: { $gain } net
weakest-to-do = What to do
weakest-steps = The plan is changed in small steps; the gain is that of the forecast.
weakest-step-both = Take up “{ $action }” and move money ({ $moves }): { $gain }.
weakest-step-action = Take up “{ $action }”: { $gain }.
weakest-step-money = Move money ({ $moves }): { $gain }.
weakest-step-none = Change nothing: { $gain }.
weakest-moves-more = { $n ->
    [one] { $moves } and { $count } more channel
   *[other] { $moves } and { $count } more channels
}
weakest-way-loses = none that pays
