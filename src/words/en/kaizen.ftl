kaizen-promise = Gains are promised by the model, not yet measured
kaizen-subtitle = { $objective } { $followed }, { $unit }, after each cycle of analyze → move → score; below, the weakest stage that each cycle found.
kaizen-axis = The axis starts at { $start }.

# What stopped the loop.
kaizen-stopped-cycles = Stopped: the limit of { $cycles } cycles.
kaizen-stopped-size = Stopped: the scenario is so large that more cycles would take minutes.
kaizen-stopped-limits = Stopped: no move keeps limits and budget.
kaizen-stopped-tolerance = { $counted ->
    [customers] Stopped: no move of at most { $step } per channel gains more than the tolerance of { $least } customers.
   *[money] Stopped: no move of at most { $step } per channel gains more than the tolerance of { $least }.
}
kaizen-stopped-nothing = Stopped: no move of at most { $step } per channel gains anything.

kaizen-title-nothing = The loop finds nothing that would gain
kaizen-title = { $n ->
    [1] One cycle promises { $gain }
   *[other] { $cycles } cycles promise { $gain }
}
kaizen-title-captured = { $n ->
    [1] One cycle promises { $gain }, { $share } of what the optimum promises
   *[other] { $cycles } cycles promise { $gain }, { $share } of what the optimum promises
}

# Labels.
kaizen-loop = Loop { $gain }
kaizen-captured = { $share } of the optimum’s
kaizen-optimum = Optimum { $gain }
kaizen-within-limits = within the limits
kaizen-start = start
kaizen-cycle = cycle { $cycle }
kaizen-no-cycle = no cycle gained anything
kaizen-weakest = weakest stage
kaizen-none = none
kaizen-through = { $stage }, gains through { $through }
