# What something brings.
gain = { $objective ->
    [npv] { $way ->
        [less] { $amount } less NPV
       *[more] { $amount } more NPV
    }
    [long-term] { $way ->
        [less] { $amount } less long-term profit
       *[more] { $amount } more long-term profit
    }
    [revenue] { $way ->
        [less] { $amount } less revenue
       *[more] { $amount } more revenue
    }
    [customers] { $way ->
        [less] { $amount } fewer customers
       *[more] { $amount } more customers
    }
   *[profit] { $way ->
        [less] { $amount } less profit
       *[more] { $amount } more profit
    }
}

# The time that the objective counts.
over-the-horizon = { $counted ->
    [residual] (NPV of { $span } + residual after them)
   *[horizon] over { $span }
}

weakest-subtitle = What each stage would add to { $objective } { $followed }, { $unit }: the model run again with its rate at the target, or, without a target, with the best known lever, its cost taken off.
weakest-medians = Bars and rates at the medians.
weakest-title-none = No stage has a target or a known lever, so none can be called the weakest
weakest-title-plain = { $stage } is the weakest stage
weakest-title-nothing = { $objective ->
    [npv] No stage would bring more NPV at its target or by its best known lever
    [long-term] No stage would bring more long-term profit at its target or by its best known lever
    [revenue] No stage would bring more revenue at its target or by its best known lever
    [customers] No stage would bring more customers at its target or by its best known lever
   *[profit] No stage would bring more profit at its target or by its best known lever
}
weakest-title-target = { $stage } is the weakest stage: at its target it would bring { $gain }
weakest-title-lever = { $stage } is the weakest stage: its best known lever would bring { $gain }
weakest-title-target-likely = { $stage } is the weakest stage { $likely }: at its target it would bring { $gain }
weakest-title-lever-likely = { $stage } is the weakest stage { $likely }: its best known lever would bring { $gain }

# The rows.
weakest-name = { $stage } (weakest)
weakest-likely = weakest { $likely }
weakest-unranked = not ranked: no target, no lever
weakest-certain = certain: { $value }
weakest-key-rate = rate, median
weakest-key-target = target
weakest-reach-target = visits { $now } → target { $target } { $per }
weakest-reach = { $now } visits { $per }, no target
weakest-rate-target = { $stage ->
    [act] act rate { $now } → target { $target }
    [convert] convert rate { $now } → target { $target }
   *[engage] kept { $now } → target { $target }
}
weakest-rate = { $stage ->
    [act] act rate { $now }, no target
    [convert] convert rate { $now }, no target
   *[engage] kept { $now }, no target
}
weakest-lever-action = best lever: action { $name }
weakest-lever-channel = best lever: 1 % more through { $name }
weakest-lever-known = best known lever: { $name }

# Why it is the weakest.
weakest-gap-reach = { $now } visits { $per } come, the target is { $target }.
weakest-gap-act = { $whose ->
    [organic] { $now } of the organic visits become leads, the target is { $target }.
   *[all] { $now } of the visits become leads, the target is { $target }.
}
weakest-gap-convert = { $whose ->
    [organic] { $now } of the organic leads become customers, the target is { $target }.
   *[all] { $now } of the leads become customers, the target is { $target }.
}
weakest-gap-engage = { $period ->
    [day] { $now } of the customers stay for another day, the target is { $target }.
    [month] { $now } of the customers stay for another month, the target is { $target }.
    [quarter] { $now } of the customers stay for another quarter, the target is { $target }.
   *[week] { $now } of the customers stay for another week, the target is { $target }.
}
weakest-gap-repeat = A kept customer orders { $now } times { $per }, the target is { $target }.
weakest-at-target = { $stage } is at its target.
weakest-why-lever = { $gains ->
    [yes] { $stage } has no target: it is ranked by what its best known lever adds.
   *[no] { $stage } has no target, and no known lever of it adds anything.
}
weakest-why-out-of-reach = The target cannot be reached by more of what works today.
weakest-why-order-value = It raises what an order is worth.
weakest-why-capacity = It raises the capacity.
weakest-why-referral = It brings more referrals.
weakest-way-up = { $kind ->
    [action] The best known way up is the action “{ $name }” for { $cost }: net it brings { $gain }.
   *[channel] The best known way up is { $cost } more for { $name }: net it brings { $gain }.
}
weakest-way-down = { $kind ->
    [action] Even the best known way up, the action “{ $name }” for { $cost }, brings { $gain } net.
   *[channel] Even the best known way up, { $cost } more for { $name }, brings { $gain } net.
}
weakest-capacity-convert = Capacity binds { $bound } of the time; 1 % more of it brings { $gain }.
weakest-capacity-visits = Capacity binds { $bound } of the time, so 1 % more visits bring only { $gain }.
weakest-capacity-no-demand = More demand is worth nothing while the capacity of { $stage } binds.
