# The answer in three sentences, and the figures beside it.
answer-same-money = With the same { $invest } the proposal raises { $objective } over { $span } from { $before } to { $after }, a gain of { $gain }.
answer-other-money = Spending { $proposed } instead of { $invest }, the proposal raises { $objective } over { $span } from { $before } to { $after }, a gain of { $gain }.
answer-lower = The proposal keeps within the budget and the limits: it spends { $proposed } instead of { $invest }, and { $objective } over { $span } goes down from { $before } to { $after }, a loss of { $loss }.
answer-nothing = No better plan was found than today’s: over { $span } it brings { $objective } of { $value } for { $invest }.
answer-better-and-pays = It is better than today’s plan in { $better } (the difference is { $range } in 8 futures of 10), and it earns more than it costs in { $pays }.
answer-better = It is better than today’s plan in { $better }; the difference is { $range } in 8 futures of 10.
answer-pays = The result is { $range } in 8 futures of 10, and the plan earns more than it costs in { $pays }.
answer-range = The result is { $range } in 8 futures of 10.
answer-certain = No assumption is uncertain: every future is the same.
answer-point-run = Every assumption is taken at its middle value: no futures were drawn, so no probability can be told.
answer-weakest = { $basis ->
    [target] The weakest stage today is { $stage }: bringing it to its target would add { $stake } to { $objective }, more than at any other stage.
   *[lever] The weakest stage today is { $stage }: the best known way to raise it would add { $stake } to { $objective }, more than at any other stage.
}
answer-weakest-likely = { $basis ->
    [target] The weakest stage today is { $stage }: bringing it to its target would add { $stake } to { $objective }; it is the weakest in { $chance }.
   *[lever] The weakest stage today is { $stage }: the best known way to raise it would add { $stake } to { $objective }; it is the weakest in { $chance }.
}
answer-no-weakest = No stage falls short of a target, and no known way up gains anything: none can be called the weakest.
fact-today = today { $value }
