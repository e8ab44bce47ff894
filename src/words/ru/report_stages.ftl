# Самый слабый этап и что делать.
weakest-what = Самый слабый этап — не тот, у которого самый низкий показатель, а тот, где выход на нужный уровень даёт больше всего.
weakest-caption = Этапы воронки сейчас
weakest-stage = Этап
weakest-today = Сейчас
weakest-target = Цель
weakest-at-stake = Прирост { $objective }
weakest-chance = Слабее всех
weakest-way = Лучший известный путь
weakest-rate-reach = { $stage }: визиты за период
weakest-rate-act = { $stage }: из органического визита в лид
weakest-rate-convert = { $stage }: из органического лида в клиента
weakest-rate-engage = { $stage }: удержание клиентов за период
weakest-way-none = неизвестен
weakest-way-action = «{ $name }» за { $cost }: чистый эффект { $gain }
weakest-way-channel = ещё { $cost } на канал «{ $name }»: чистый эффект { $gain }
weakest-to-do = Что делать
weakest-steps = План меняется небольшими шагами; прирост указан по прогнозу.
weakest-step-both = Запустить меру «{ $action }» и перераспределить бюджет ({ $moves }): { $gain }.
weakest-step-action = Запустить меру «{ $action }»: { $gain }.
weakest-step-money = Перераспределить бюджет ({ $moves }): { $gain }.
weakest-step-none = Ничего не менять: { $gain }.
weakest-moves-more = { $n ->
    [one] { $moves } и ещё { $count } канал
    [few] { $moves } и ещё { $count } канала
   *[other] { $moves } и ещё { $count } каналов
}
weakest-way-loses = выгодного нет
