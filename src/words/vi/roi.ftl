roi-subtitle = ROI lũy kế, % chi tiêu marketing: (lợi nhuận gộp tăng thêm − chi tiêu) / chi tiêu, chiết khấu về thời điểm đầu, { $horizon }.
roi-residual = “Gồm phần sau” cộng thêm những gì khách hàng đã có mang lại sau khung thời gian.
roi-zero = { $zero }: đã thu hồi chi tiêu
roi-cut = { $side ->
    [above] { $period ->
        [day] những ngày đầu vượt lên trên thang đo, tới { $extreme }
        [month] những tháng đầu vượt lên trên thang đo, tới { $extreme }
        [quarter] những quý đầu vượt lên trên thang đo, tới { $extreme }
       *[week] những tuần đầu vượt lên trên thang đo, tới { $extreme }
    }
   *[below] { $period ->
        [day] những ngày đầu xuống dưới thang đo, tới { $extreme }
        [month] những tháng đầu xuống dưới thang đo, tới { $extreme }
        [quarter] những quý đầu xuống dưới thang đo, tới { $extreme }
       *[week] những tuần đầu xuống dưới thang đo, tới { $extreme }
    }
}

# Nhãn ở cuối các đường.
roi-end-residual = { $roi } gồm phần sau
roi-end-positive = { $counted ->
    [residual] gồm phần sau > 0: { $likely }
   *[horizon] trên 0: { $likely }
}

# Phần đầu của tiêu đề.
roi-when = { $run ->
    [drawn] Đến { $by }, theo trung vị,
   *[point] Đến { $by },
}
roi-title-none = Kế hoạch không có ROI ở cuối khung thời gian
roi-title-neither = Không kế hoạch nào có ROI ở cuối khung thời gian
roi-title-plan = { $outcome ->
    [earned] { $when } kế hoạch thu hồi chi tiêu và lãi thêm { $amount }
   *[owed] { $when } kế hoạch còn phải thu hồi { $amount } chi tiêu
}
roi-title-today = { $outcome ->
    [earned] { $when } kế hoạch hiện tại thu hồi chi tiêu và lãi thêm { $amount }; đề xuất không có ROI
   *[owed] { $when } kế hoạch hiện tại còn phải thu hồi { $amount } chi tiêu; đề xuất không có ROI
}
roi-title-proposal = { $outcome ->
    [earned] { $when } đề xuất thu hồi chi tiêu và lãi thêm { $amount }; kế hoạch hiện tại không có ROI
   *[owed] { $when } đề xuất còn phải thu hồi { $amount } chi tiêu; kế hoạch hiện tại không có ROI
}
roi-title-alike = { $outcome ->
    [earned] { $when } đề xuất thu hồi chi tiêu và lãi thêm { $amount }, bằng kế hoạch hiện tại
   *[owed] { $when } đề xuất còn phải thu hồi { $amount } chi tiêu, bằng kế hoạch hiện tại
}
roi-title-both = { $outcome ->
    [earned] { $when } đề xuất thu hồi chi tiêu và lãi thêm { $amount }, kế hoạch hiện tại lãi { $today }
   *[owed] { $when } đề xuất còn phải thu hồi { $amount } chi tiêu, kế hoạch hiện tại { $today }
}
roi-title-apart = { $outcome ->
    [earned] { $when } đề xuất thu hồi chi tiêu và lãi thêm { $amount }; kế hoạch hiện tại còn phải thu hồi { $today } chi tiêu
   *[owed] { $when } đề xuất còn phải thu hồi { $amount } chi tiêu; kế hoạch hiện tại đã thu hồi và lãi thêm { $today }
}
