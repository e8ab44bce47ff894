# Câu trả lời trong ba câu và các con số bên cạnh.
answer-same-money = Với cùng mức chi { $invest }, đề xuất nâng kết quả ({ $objective } trong { $span }) từ { $before } lên { $after }, tăng { $gain }.
answer-other-money = Với mức chi { $proposed } thay vì { $invest }, đề xuất nâng kết quả ({ $objective } trong { $span }) từ { $before } lên { $after }, tăng { $gain }.
answer-free = Không cần chi tiêu, đề xuất nâng kết quả ({ $objective } trong { $span }) từ { $before } lên { $after }, tăng { $gain }.
answer-nothing = Không tìm thấy kế hoạch nào tốt hơn kế hoạch hiện tại: với mức chi { $invest }, kết quả ({ $objective } trong { $span }) là { $value }.
answer-nothing-free = Không tìm thấy kế hoạch nào tốt hơn kế hoạch hiện tại: không chi tiêu, kết quả ({ $objective } trong { $span }) là { $value }.
answer-forced = Kế hoạch hiện tại không nằm trong ngân sách và mọi giới hạn nên phải thay đổi: đề xuất chi { $proposed } thay vì { $invest } và kết quả ({ $objective } trong { $span }) là { $after } thay vì { $before }.
answer-forced-same-money = Kế hoạch hiện tại không nằm trong mọi giới hạn nên phải thay đổi: với cùng mức chi { $invest }, kết quả của đề xuất ({ $objective } trong { $span }) là { $after } thay vì { $before }.
answer-better-and-pays = Đề xuất tốt hơn kế hoạch hiện tại trong { $better } (chênh lệch: { $range }, xét 8/10 kịch bản) và thu về nhiều hơn chi phí trong { $pays }.
answer-better = Đề xuất tốt hơn kế hoạch hiện tại trong { $better }; chênh lệch: { $range }, xét 8/10 kịch bản.
answer-pays = Kết quả: { $range }, xét 8/10 kịch bản; kế hoạch thu về nhiều hơn chi phí trong { $pays }.
answer-range = Kết quả: { $range }, xét 8/10 kịch bản.
answer-certain = Không có giả định nào bất định: mọi kịch bản đều như nhau.
answer-point-run = Mọi giả định được lấy ở trung vị: không có kịch bản nào được mô phỏng nên chưa thể nêu xác suất.
answer-weakest = { $basis ->
    [lever] Giai đoạn yếu nhất hiện nay là { $stage }: đòn bẩy tốt nhất đã biết của giai đoạn này sẽ mang lại thêm { $stake } ({ $objective }), nhiều hơn bất kỳ giai đoạn nào khác.
   *[target] Giai đoạn yếu nhất hiện nay là { $stage }: cải thiện giai đoạn này sẽ mang lại thêm { $stake } ({ $objective }), nhiều hơn bất kỳ giai đoạn nào khác.
}
answer-weakest-likely = { $basis ->
    [lever] Giai đoạn yếu nhất hiện nay là { $stage }: đòn bẩy tốt nhất đã biết của giai đoạn này sẽ mang lại thêm { $stake } ({ $objective }); đây là giai đoạn yếu nhất trong { $chance }.
   *[target] Giai đoạn yếu nhất hiện nay là { $stage }: cải thiện giai đoạn này sẽ mang lại thêm { $stake } ({ $objective }); đây là giai đoạn yếu nhất trong { $chance }.
}
answer-no-weakest = Không giai đoạn nào có mục tiêu hay đòn bẩy đã biết, nên chưa thể nói giai đoạn nào yếu nhất.
answer-none-weakest = Không giai đoạn nào mang lại thêm dù đạt mục tiêu hay dùng đòn bẩy tốt nhất, nên chưa thể nói giai đoạn nào yếu nhất.
fact-today = hiện tại { $value }
