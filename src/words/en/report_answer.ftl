# The answer in three sentences, and the figures beside it.
answer-same-money = With the same { $invest } the proposal raises { $objective } over { $span } from { $before } to { $after }, a gain of { $gain }.
answer-other-money = Spending { $proposed } instead of { $invest }, the proposal raises { $objective } over { $span } from { $before } to { $after }, a gain of { $gain }.
answer-nothing = No better plan was found than today’s: over { $span } it brings { $objective } of { $value } for { $invest }.
answer-better-and-pays = It is better than today’s plan in { $better } (the difference is { $range } in 8 futures of 10), and it earns more than it costs in { $pays }.
answer-better = It is better than today’s plan in { $better }; the difference is { $range } in 8 futures of 10.
answer-pays = The result is { $range } in 8 futures of 10, and the plan earns more than it costs in { $pays }.
answer-range = The result is { $range } in 8 futures of 10.
answer-certain = No assumption is uncertain: every future is the same.
answer-point-run = Every assumption is taken at its middle value: no futures were drawn, so no probability can be told.
answer-weakest = The weakest stage today is { $stage }: bringing it up would add { $stake } to { $objective }, more than at any other stage.
answer-weakest-likely = The weakest stage today is { $stage }: bringing it up would add { $stake } to { $objective }; it is the weakest in { $chance }.
answer-no-weakest = No stage has a target or a known way up, so none can be called the weakest.
fact-today = today { $value }
