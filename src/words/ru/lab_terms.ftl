# Как называются стратегии лаборатории: в предложении или в подписи.
strategy-hold = ничего не менять
strategy-big-bang = большой скачок
strategy-kaizen = кайдзен
strategy-tamper = дёргать по любому поводу
strategy-greedy-noise = что выглядело лучше
strategy-lowest-rate = чинить низший показатель
strategy-thompson = выборка Томпсона
strategy-oracle = оракул
strategy-learner = вы
