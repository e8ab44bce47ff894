# График retention.
retention-title-alone = Из 100 клиентов, привлечённых в начале, к концу { $n ->
    [one] активен { $kept }
   *[other] активны { $kept }
}; план завершается с базой активных клиентов: { $active }
retention-title = Из 100 клиентов, привлечённых в начале, к концу { $n ->
    [one] активен { $kept }
   *[other] активны { $kept }
}; активная база по предложению — { $active }{ $change ->
    [more] , на { $difference } больше, чем по текущему плану
    [fewer] , на { $difference } меньше, чем по текущему плану
   *[same] , как и по текущему плану
}
retention-subtitle = Слева — какая доля когорты новых клиентов ещё активна в каждом возрасте; справа — все активные клиенты на конец { $period ->
    [day] каждого дня
    [week] каждой недели
    [month] каждого месяца
   *[quarter] каждого квартала
}.
retention-cohort = Ещё активны, по возрасту в { $period ->
    [day] днях
    [week] неделях
    [month] месяцах
   *[quarter] кварталах
}
retention-base = Активные клиенты
retention-end = { $plan ->
    [today] Текущий план { $value }
    [proposal] Предложение { $value }
    [both] Оба плана { $value }
   *[alone] План { $value }
}
retention-half = половина ушла: { $age }
