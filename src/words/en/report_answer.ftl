# The answer in three sentences, and the figures beside it.
answer-same-money = With the same { $invest } the proposal raises { $objective } over { $span } from { $before } to { $after }, a gain of { $gain }.
answer-other-money = Spending { $proposed } instead of { $invest }, the proposal raises { $objective } over { $span } from { $before } to { $after }, a gain of { $gain }.
answer-free = Without any spend the proposal raises { $objective } over { $span } from { $before } to { $after }, a gain of { $gain }.
answer-nothing = { $counts ->
    [customers] No better plan was found than today’s: over { $span } it brings { $value } { $objective } for { $invest }.
   *[money] No better plan was found than today’s: over { $span } it brings { $objective } of { $value } for { $invest }.
}
answer-nothing-free = { $counts ->
    [customers] No better plan was found than today’s: over { $span } it brings { $value } { $objective } without any spend.
   *[money] No better plan was found than today’s: over { $span } it brings { $objective } of { $value } without any spend.
}
answer-forced = { $counts ->
    [customers] Today’s plan does not keep the budget and all limits, so it has to change: the proposal spends { $proposed } instead of { $invest } and brings { $after } { $objective } over { $span } instead of { $before }.
   *[money] Today’s plan does not keep the budget and all limits, so it has to change: the proposal spends { $proposed } instead of { $invest } and brings { $objective } of { $after } over { $span } instead of { $before }.
}
answer-forced-same-money = { $counts ->
    [customers] Today’s plan does not keep all limits, so it has to change: with the same { $invest } the proposal brings { $after } { $objective } over { $span } instead of { $before }.
   *[money] Today’s plan does not keep all limits, so it has to change: with the same { $invest } the proposal brings { $objective } of { $after } over { $span } instead of { $before }.
}
answer-better-and-pays = It is better than today’s plan in { $better } (the difference is { $range } in 8 futures of 10), and it earns more than it costs in { $pays }.
answer-better = It is better than today’s plan in { $better }; the difference is { $range } in 8 futures of 10.
answer-pays = The result is { $range } in 8 futures of 10, and the plan earns more than it costs in { $pays }.
answer-range = The result is { $range } in 8 futures of 10.
answer-certain = No assumption is uncertain: every future is the same.
answer-point-run = Every assumption is taken at its middle value: no futures were drawn, so no probability can be told.
answer-weakest = { $basis ->
    [lever] { $counts ->
        [customers] The weakest stage today is { $stage }: its best known way up would add { $stake } { $objective }, more than at any other stage.
       *[money] The weakest stage today is { $stage }: its best known way up would add { $stake } to { $objective }, more than at any other stage.
    }
   *[target] { $counts ->
        [customers] The weakest stage today is { $stage }: bringing it up would add { $stake } { $objective }, more than at any other stage.
       *[money] The weakest stage today is { $stage }: bringing it up would add { $stake } to { $objective }, more than at any other stage.
    }
}
answer-weakest-likely = { $basis ->
    [lever] { $counts ->
        [customers] The weakest stage today is { $stage }: its best known way up would add { $stake } { $objective }; it is the weakest in { $chance }.
       *[money] The weakest stage today is { $stage }: its best known way up would add { $stake } to { $objective }; it is the weakest in { $chance }.
    }
   *[target] { $counts ->
        [customers] The weakest stage today is { $stage }: bringing it up would add { $stake } { $objective }; it is the weakest in { $chance }.
       *[money] The weakest stage today is { $stage }: bringing it up would add { $stake } to { $objective }; it is the weakest in { $chance }.
    }
}
answer-no-weakest = No stage has a target or a known way up, so none can be called the weakest.
answer-none-weakest = No stage would bring more at its target or by its best known way up, so none can be called the weakest.
fact-today = today { $value }
