# Biểu đồ retention.
retention-title-alone = Trong 100 khách hàng có được lúc đầu, { $kept } người vẫn hoạt động đến cuối kỳ; kế hoạch kết thúc với { $active } khách hàng đang hoạt động
retention-title = Trong 100 khách hàng có được lúc đầu, { $kept } người vẫn hoạt động đến cuối kỳ; đề xuất kết thúc với { $active } khách hàng đang hoạt động{ $change ->
    [more] , nhiều hơn kế hoạch hiện tại { $difference }
    [fewer] , ít hơn kế hoạch hiện tại { $difference }
   *[same] , bằng kế hoạch hiện tại
}
retention-subtitle = Bên trái: tỷ lệ của một nhóm khách hàng mới (cohort) vẫn hoạt động theo thời gian; bên phải: toàn bộ khách hàng đang hoạt động vào cuối mỗi { $period ->
    [day] ngày
    [week] tuần
    [month] tháng
   *[quarter] quý
}.
retention-cohort = Vẫn hoạt động, theo số { $period ->
    [day] ngày
    [week] tuần
    [month] tháng
   *[quarter] quý
} đã qua
retention-base = Khách hàng đang hoạt động
retention-end = { $plan ->
    [today] Kế hoạch hiện tại { $value }
    [proposal] Đề xuất { $value }
    [both] Cả hai kế hoạch { $value }
   *[alone] Kế hoạch { $value }
}
retention-half = một nửa rời đi sau { $age }
