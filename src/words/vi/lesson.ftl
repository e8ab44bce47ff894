# Phiếu bài học của `osa lab`.
lesson-title = Cải tiến liên tục trong một thế giới nhiều biến động: { $name }
lesson-made = Bài học 45 phút. Do osa lab tạo: { $n ->
   *[other] { $worlds } thế giới ẩn
}, { $m ->
   *[other] { $cycles } chu kỳ
}, seed { $seed }, xem kỹ: thế giới { $world }.

lesson-learnt-heading = Học được gì
lesson-learnt-signal = Phân biệt tín hiệu với dao động trước khi hành động.
lesson-learnt-predict = Viết dự đoán ra trước khi xem, và đếm xem nó đúng bao nhiêu lần.
lesson-learnt-claim = Với mỗi mức tăng được báo cáo, hỏi bao nhiêu là thật.
lesson-learnt-standard = Thay đổi ít, đo lường, và giữ những gì phép đo không phản bác.

lesson-needed-heading = Cần chuẩn bị
lesson-needed-computer = Mỗi nhóm hai đến bốn người: một máy tính có osa và tệp { $file }. Nếu chỉ có một máy, cả lớp bỏ phiếu cho từng bước.
lesson-needed-saved = Mỗi nhóm hai đến bốn người: một máy tính có osa và kịch bản này, lưu thành { $file }. Nếu chỉ có một máy, cả lớp bỏ phiếu cho từng bước.
lesson-needed-print = Mỗi nhóm, bản in: các trang của học viên. Biểu đồ dùng sau khi chơi; phần cuối chỉ dành cho giáo viên.
lesson-needed-again = Tạo lại phiếu và biểu đồ bằng lệnh:

lesson-time-heading = 45 phút
lesson-time-minutes = Phút
lesson-time-what = Nội dung
lesson-time-business = Doanh nghiệp, các cách cải tiến, và câu hỏi: cách nào đem lại nhiều nhất?
lesson-time-predict = Mỗi người tự viết dự đoán của mình, không trao đổi.
lesson-time-play = Các nhóm chơi thế giới ẩn: dự đoán, thay đổi, đo lường; { $n ->
   *[other] { $cycles } chu kỳ
}.
lesson-time-charts = Biểu đồ: ai được gì, và điểm nào là tín hiệu?
lesson-time-figures = Trên bảng: nhóm nào được gì, và vì sao?
lesson-time-reveal = Hé lộ: điều gì bị ẩn, điều gì được báo cáo, điều gì là thật.
lesson-time-home = Mang về: mỗi người viết ra một thay đổi và cách đo nó.
lesson-time-sum = tổng cộng

lesson-students-heading = Trang của học viên
lesson-business-heading = Doanh nghiệp
lesson-business = Bạn điều hành doanh nghiệp này. Trước mỗi chu kỳ, bạn có thể chuyển tiền giữa các kênh và triển khai các hành động nếu có. Những gì kế hoạch nói về thị trường chỉ là niềm tin, không phải sự thật đã biết: sự thật khác đi và có thể thay đổi. Khách đến và mua một cách ngẫu nhiên, nên không có hai chu kỳ nào giống nhau, kể cả khi không thay đổi gì.
lesson-business-what = Điều được tin
lesson-business-value = Giá trị
lesson-business-counts = Tính theo
lesson-business-time = Thời gian
lesson-business-cycles = Số chu kỳ
lesson-business-spend = Chi tiêu đến nay, { $channel }, { $per }
lesson-business-action = Hành động, { $action }: chi phí
lesson-ways-heading = Các cách cải tiến
lesson-way-hold = không thay đổi gì, dù điều gì xảy ra.
lesson-way-big-bang = kế hoạch mà mô hình cho là tốt nhất được áp dụng một lần, một bước nhảy.
lesson-way-kaizen = mỗi lần một bước nhỏ; đo kết quả, và hoàn lại nếu có tín hiệu phản bác.
lesson-way-tamper = sau mỗi chu kỳ, bù lại độ lệch vừa rồi.
lesson-way-greedy-noise = chu kỳ trông tốt hơn thì giữ thay đổi; trông kém hơn thì bỏ; rồi thử thay đổi khác.
lesson-way-lowest-rate = tiền dồn cho giai đoạn có tỷ lệ thấp nhất.
lesson-way-thompson = trước mỗi chu kỳ, rút ngẫu nhiên một sự thật có thể có và lập kế hoạch như thể nó đúng.
lesson-way-oracle = biết sự thật và lập kế hoạch cho mọi chu kỳ cùng lúc. Không ai làm được; đó là thước đo cho các cách khác.

lesson-predict-heading = Trước hết hãy viết ra
lesson-answer-room = Trả lời:
lesson-ask-best = Trong các cách này, ở { $n ->
   *[other] { $worlds } thế giới
}: cách nào đem lại nhiều nhất, cách nào ít nhất? Không tính nhà tiên tri.
lesson-ask-above = Trong bao nhiêu trên 10 thế giới thì “{ $strategy }” đem lại nhiều hơn “{ $hold }”?
lesson-ask-worst-stage = Không thay đổi gì. Trong chu kỳ này, một giai đoạn của phễu kém hơn mức thường ngày của nó, rõ hơn mọi giai đoạn khác. Chu kỳ sau nó sẽ tốt hơn, như cũ hay kém hơn?
lesson-ask-best-channel = Không thay đổi gì. Trong chu kỳ này, một kênh đem về nhiều lead trên số tiền của nó hơn thường ngày, rõ hơn mọi kênh khác. Chu kỳ sau nó sẽ đem về bao nhiêu?
lesson-ask-alarms = Không thay đổi gì. Trong 10 biểu đồ kiểm soát, bao nhiêu biểu đồ vẫn cho thấy tín hiệu?

lesson-play-heading = Sau đó hãy chơi
lesson-play-how = Gõ lệnh này. Trước mỗi chu kỳ, viết ra thay đổi của bạn và một khoảng cho số khách hàng mới bạn dự kiến: đủ rộng để 8 trên 10 khoảng là đúng. Rồi mới xem. Chương trình cho biết cách gõ một thay đổi và nhận cả khoảng của bạn, ví dụ go 150-200; không thay đổi gì cũng là một lựa chọn.
lesson-play-cycle = Chu kỳ
lesson-play-move = Thay đổi của tôi
lesson-play-low = Dự kiến từ
lesson-play-high = đến
lesson-play-measured = Đo được
lesson-play-inside = Trong khoảng?
lesson-ask-kept = Bao nhiêu khoảng của bạn chứa đúng con số đo được?
lesson-ask-claim = Các thay đổi của bạn đem lại thêm bao nhiêu so với không thay đổi gì? Viết ra con số bạn sẽ báo cáo, trước khi chương trình cho biết.

lesson-words-heading = Năm từ
lesson-word-signal = Tín hiệu
lesson-word-signal-is = một điểm của biểu đồ kiểm soát, hoặc một chuỗi điểm, mà riêng ngẫu nhiên hiếm khi tạo ra: ngoài giới hạn, tám điểm cùng một phía của trung bình, ba trên bốn điểm quá nửa đường tới giới hạn. Trong giới hạn là hầu hết những gì ngẫu nhiên tạo ra.
lesson-word-wiggle = Dao động
lesson-word-wiggle-is = lên xuống mà không có nguyên nhân riêng.
lesson-word-regret = Phần bỏ lỡ
lesson-word-regret-is = nhà tiên tri đã có thể đem lại thêm bao nhiêu trong cùng thế giới.
lesson-word-claimed = Mức tăng báo cáo và mức tăng thật
lesson-word-claimed-is = điều ai đó báo cáo là tăng được, và giá trị của kế hoạch khi đã bỏ phần may rủi.
lesson-word-standard = Chuẩn
lesson-word-standard-is = cách làm được giữ cho đến khi một tín hiệu chỉ ra cách tốt hơn.

lesson-charts-heading = Biểu đồ
lesson-charts-when = Dùng sau khi chơi.
lesson-charts-profit = Số tiền là so với không thay đổi gì trong cùng thế giới, trong thời gian của kế hoạch; đường vẽ là thế giới ở giữa (trung vị).
lesson-charts-control = Trong biểu đồ kiểm soát, đường giữa là trung bình, các đường ngoài là giới hạn mà riêng ngẫu nhiên giữ hầu hết các điểm ở trong.
lesson-ask-profit = Cuối cùng cách nào dẫn đầu, trong thế giới ở giữa? Từ chu kỳ nào?
lesson-ask-duel = Một bước nhảy lớn tới kế hoạch được tin là tốt nhất, hay các bước nhỏ có đo lường: ở đây cách nào đem lại nhiều hơn, và vì sao?
lesson-ask-control = Tìm biến động lớn nhất trong các biểu đồ kiểm soát này: biểu đồ nào, kỳ nào? Đó là tín hiệu hay dao động? Bạn đã làm gì vào ngày thấy nó?
lesson-ask-busy = Cách nào thay đổi thường xuyên nhất, và được gì từ đó?
lesson-home-heading = Mang về
lesson-ask-home = Một thay đổi trong công việc của bạn: con số nào sẽ cho biết nó có ích không, bạn theo dõi bao lâu, và kết quả nào khiến bạn hoàn lại?

lesson-teacher-only = Chỉ dành cho giáo viên: giữ các trang này đến lúc hé lộ.
lesson-reveal-heading = Hé lộ
lesson-reveal-type = Sự thật trên màn hình:
lesson-customers = { $n ->
   *[other] { $number } khách hàng
}
lesson-figures-caption = Trung vị của { $n ->
   *[other] { $worlds } thế giới
}, so với không thay đổi gì, tốt nhất tính trung bình đứng đầu. 8 trên 10: bỏ một phần mười tốt nhất và kém nhất. Nhất: tỷ lệ thế giới mà cách đó kết thúc trước mọi cách khác, trừ nhà tiên tri.
lesson-figures-measures = Ba thước đo: “đạt được” là { $objective } như đã diễn ra, gồm cả may rủi; “báo cáo” là điều chính cách đó nói; “thật” là giá trị của kế hoạch khi đã bỏ phần may rủi.
lesson-figures-chart = Biểu đồ lab_profit cũng gồm may rủi, nhưng chỉ tính những gì đến trong thời gian của kế hoạch.
lesson-figures-way = Cách
lesson-figures-gain = Đạt được
lesson-figures-range = 8 trên 10
lesson-figures-best = Nhất
lesson-figures-claimed = Báo cáo
lesson-figures-true = Thật
lesson-figures-changes = Chu kỳ có thay đổi
lesson-claims-heading = Mỗi cách báo cáo điều gì
lesson-claims-hold = không gì cả.
lesson-claims-big-bang = điều mô hình hứa khi nhảy.
lesson-claims-kaizen = chỉ những gì một tín hiệu trên biểu đồ kiểm soát của nó đã xác nhận.
lesson-claims-eye = mọi mức tăng từ chu kỳ này sang chu kỳ sau, so với dự báo của tệp, như thể kéo dài đến hết kế hoạch; không trừ mức giảm nào.
lesson-claims-thompson = điều nó tin ở cuối rằng kế hoạch của mình đã đem lại.
lesson-claims-oracle = giá trị mà nó biết kế hoạch của mình có.
lesson-answers-heading = Đáp án
lesson-answer-winner = Tính trung bình, từ nhiều đến ít: { $ranking }. “{ $strategy }” kết thúc tốt nhất ở { $share } thế giới. Hãy đếm bao nhiêu người đã đoán đúng cách đầu và cách cuối.
lesson-answer-no-winner = Tính trung bình, từ nhiều đến ít: { $ranking }. Không cách nào đứng nhất nhiều hơn cách kế tiếp đến mức loại trừ được ngẫu nhiên: hãy nói rõ, và hỏi cần bao nhiêu thế giới.
lesson-answer-above = { $case ->
    [all] Ở mọi thế giới. Điều đó đúng với doanh nghiệp này, không hơn không kém: doanh nghiệp khác có thể cho bức tranh khác.
    [none] Không thế giới nào. Hãy hỏi điều gì cản nó ở đây: quá ít chu kỳ, bước quá nhỏ, hay không có gì để được thêm?
   *[some] Ở { $share } thế giới. Ngay cả cách tốt tính trung bình cũng có thể kém hơn “{ $hold }” trong một thế giới: một lần thành công chứng minh ít như một lần thất bại.
}
lesson-answer-worst-stage = Tốt hơn: trung bình { $share }, dù không làm gì. Nó bị chọn vì gặp vận xui, và vận tiếp theo chỉ ở mức thường. Ai đã “sửa” nó thì sẽ nhận công: đó là hồi quy về trung bình.
lesson-answer-best-channel = Trong chu kỳ tốt nhất, kênh đó cao hơn trung bình của chính nó { $exceeds }; chu kỳ sau: { $after }. Cái tốt nhất trong nhiều cái thì một phần là nhờ may mắn, và may mắn không ở lại.
lesson-answer-best-channel-alone = Trong chu kỳ tốt nhất, kênh đó cao hơn trung bình của chính nó { $exceeds }. Cái tốt nhất trong nhiều cái thì một phần là nhờ may mắn, và may mắn không ở lại.
lesson-answer-alarms = { $share } số biểu đồ về lead trên lượt truy cập, khách hàng trên lead, khách được giữ và đơn hàng lặp lại, dù không làm gì. Ngẫu nhiên tạo ra một số tín hiệu này, sự tăng trưởng của doanh nghiệp tạo ra số khác. Mỗi quy tắc hiếm khi sai, nhưng có rất nhiều điểm. Tín hiệu là lý do để tìm nguyên nhân, chưa phải nguyên nhân.
lesson-answer-kept-own = Lẽ ra 8 trên 10 phải đúng. Nếu ít hơn, các khoảng của bạn quá hẹp: bạn tự tin quá mức. Hầu như ai cũng vậy.
lesson-answer-kept = Trong các dự đoán của “{ $strategy }”, { $within } đã đúng; lẽ ra là { $stated }{ $kept ->
    [narrow] . Mô hình cũng tự tin quá mức.
    [wide] . Mô hình biết nhiều hơn nó nói.
    [stated] . Các thế giới này không phân biệt được hai con số: mô hình nói đúng điều nó biết.
   *[open] . Quá ít thế giới để đánh giá.
}
lesson-answer-claim-luck = So con số bạn báo cáo với điều chương trình cho biết ở cuối. Trong các cách, khoảng cách giữa báo cáo và sự thật lớn nhất ở “{ $strategy }”: báo cáo { $claimed }, thật ra { $came }. Nó so chu kỳ này với chu kỳ khác: cái tăng nhờ may mắn được tính là thành quả, cái may mắn lấy đi thì bị quên.
lesson-answer-claim-model = So con số bạn báo cáo với điều chương trình cho biết ở cuối. Trong các cách, khoảng cách giữa báo cáo và sự thật lớn nhất ở “{ $strategy }”: báo cáo { $claimed }, thật ra { $came }. Nó chọn kế hoạch được mô hình khen nhiều nhất: khi so nhiều kế hoạch, kế hoạch thắng luôn được khen quá lời. Đó là “lời nguyền của người thắng”.
lesson-answer-claim-none = So con số bạn báo cáo với điều chương trình cho biết ở cuối. Ở đây không cách nào báo cáo hơn sự thật, trong chừng mực các thế giới này cho thấy. Hãy hỏi điều gì giữ chúng trung thực: ít nhiễu, hay mô hình tốt?
lesson-answer-profit = { $case ->
    [alike] “{ $strategy }”, với { $gain } trong thời gian của kế hoạch, dẫn đầu hẳn từ chu kỳ { $from }.
   *[spread] “{ $strategy }”, với { $gain } trong thời gian của kế hoạch, dẫn đầu hẳn từ chu kỳ { $from }; 8 trên 10 thế giới nằm từ { $low } đến { $high }. Nơi các khoảng này chồng lên nhau, một thế giới riêng lẻ có thể cho thứ tự khác.
}
lesson-answer-profit-level = Cuối cùng ngang nhau, chênh không quá 1 %: { $ways }, với { $gain } trong thời gian của kế hoạch. Chênh lệch nhỏ như vậy không đáng kể: không cách nào dẫn đầu hẳn.
lesson-answer-profit-none = Không cách nào: trong thế giới ở giữa, không cách nào kết thúc cao hơn việc không thay đổi gì trong thời gian của kế hoạch. Hãy hỏi ở đây có gì để được thêm không, và cần bao lâu.
lesson-answer-duel = { $verdict ->
    [kaizen] Các bước nhỏ: { $steps } trong thế giới ở giữa; bước nhảy: { $jump }. Bước nhảy chỉ tốt bằng mô hình đứng sau nó; các bước nhỏ được sửa bằng những gì đo được.
    [jump] Bước nhảy: { $jump } trong thế giới ở giữa; các bước nhỏ: { $steps }. Điều này ngược với bài học thường gặp, nên hãy hỏi vì sao: ở đây mô hình gần sự thật, các bước đến quá muộn, hay chúng quá nhỏ để thấy được trong nhiễu?
   *[open] Các thế giới này không phân định được: { $steps } cho các bước nhỏ trong thế giới ở giữa, { $jump } cho bước nhảy. Hãy hỏi cái nào dễ hoàn lại hơn.
}
lesson-answer-swing = Biến động lớn nhất, tính theo giới hạn của chính biểu đồ: “{ $chart }”, { $period }: { $value }, với giới hạn { $low } và { $high }. { $case ->
    [outside] Điểm đó ở ngoài giới hạn: một tín hiệu, hãy tìm nguyên nhân.
    [run] Điểm đó ở trong giới hạn, nhưng một chuỗi điểm kết thúc tại đó: một tín hiệu, hãy tìm nguyên nhân.
   *[wiggle] Điểm đó ở trong giới hạn và không kết thúc chuỗi nào: một dao động.
}
lesson-answer-control = { $n ->
    [0] Mọi điểm đều là dao động: không có tín hiệu nào trong các biểu đồ này.
   *[other] Các biểu đồ đánh dấu tổng cộng { $number } tín hiệu, mỗi chuỗi tính một lần; còn lại là dao động.
} Giải thích một dao động thì dễ nhưng vô ích; hành động theo nó chỉ làm tệ hơn.
lesson-way-quoted = “{ $strategy }”
lesson-way-with = “{ $strategy }” ({ $figure })
lesson-answer-busy = { $ways }: trung bình trong { $changes } trên { $n ->
   *[other] { $cycles } chu kỳ
}; trong ngoặc là kết quả ở thế giới ở giữa. { $case ->
    [loss] Ít hơn so với không thay đổi gì: bận rộn chưa phải là cải tiến.
    [best] Chỉ nhà tiên tri được nhiều hơn. Điều này ngược với bài học thường gặp: hãy hỏi vì sao ở đây thay đổi thường xuyên lại đúng.
    [among] Chỉ nhà tiên tri được nhiều hơn cách tốt nhất trong số này. Điều này ngược với bài học thường gặp: hãy hỏi vì sao ở đây thay đổi thường xuyên lại đúng.
    [level] Tốt nhất cũng chỉ chênh không quá 1 % so với { $best }, trong ngoặc là số chu kỳ có thay đổi: không cần thay đổi nhiều đến thế.
   *[other] Được nhiều nhất là { $best }, trong ngoặc là số chu kỳ có thay đổi: bận rộn chưa phải là cải tiến.
}
lesson-answer-home = Câu trả lời tốt nêu một con số, thời gian theo dõi, và kết quả khiến hoàn lại thay đổi, tất cả trước khi bắt đầu.
lesson-hints-heading = Gợi ý
lesson-hint-predict = Thu các dự đoán trước khi chơi và đừng bình luận. Điều gì không được viết ra thì sau đó ai cũng “đã biết từ đầu”.
lesson-hint-play = Sau mười phút, báo thời gian còn lại; ai chậm thì không thay đổi gì trong các chu kỳ còn lại. Mọi nhóm chơi cùng một thế giới nên kết quả so sánh được: hãy ghi lên bảng.
lesson-hint-charts = Lúc đầu che tiêu đề của mỗi biểu đồ. Để lớp nói mình thấy gì, rồi mới cho xem biểu đồ nói gì.
lesson-hint-wiggle = Hãy nói khi hé lộ, không nói trước: phản ứng với một dao động chỉ làm nó lớn thêm.
lesson-hint-upset = Nếu một con số ngược với điều bạn chờ đợi, hãy giữ nó: nó đã được đo. Hỏi điều gì phải khác đi để nó đảo chiều.
lesson-hint-few = { $n ->
   *[other] { $worlds } thế giới
} thì cho biết ít: ngẫu nhiên quyết định nhiều như cách làm. Hãy tạo lại phiếu với --worlds 500.
lesson-hidden-heading = Điều bị ẩn trong thế giới { $world }
lesson-hidden-nothing = Không có gì: thế giới này đúng như kế hoạch nói.
lesson-hidden-quantity = Đại lượng
lesson-hidden-truth = Sự thật
lesson-hidden-believed = Điều được tin
lesson-hidden-range = 9 trên 10
lesson-hidden-start = Bắt đầu
lesson-hidden-drift = Thay đổi chậm đến cuối kỳ: { $what }
lesson-hidden-shock = Thay đổi đột ngột: { $what }
lesson-hidden-competitor = Đối thủ: { $what }
lesson-moved-organic = lượt truy cập tự nhiên
lesson-moved-capacity = số lead xử lý được
lesson-moved-retention = tỷ lệ giữ chân
lesson-moved-repeat = đơn hàng lặp lại
lesson-moved-referral = giới thiệu
lesson-moved-order-value = giá trị đơn hàng
lesson-moved-price = giá truyền thông
