# Как улучшают план, как подписи.
strategy-hold = ничего не менять
strategy-big-bang = всё и сразу
strategy-kaizen = кайдзен
strategy-tamper = постоянные подкрутки
strategy-greedy-noise = что показалось лучше
strategy-lowest-rate = чинить самый низкий показатель
strategy-thompson = сэмплирование Томпсона
strategy-oracle = оракул
strategy-learner = вы
