# Câu trả lời trong ba câu và các con số bên cạnh.
answer-same-money = Với cùng mức chi { $invest }, đề xuất nâng kết quả ({ $objective } trong { $span }) từ { $before } lên { $after }, tăng { $gain }.
answer-other-money = Với mức chi { $proposed } thay vì { $invest }, đề xuất nâng kết quả ({ $objective } trong { $span }) từ { $before } lên { $after }, tăng { $gain }.
answer-lower = Đề xuất nằm trong ngân sách và các giới hạn: chi { $proposed } thay vì { $invest }, và kết quả ({ $objective } trong { $span }) giảm từ { $before } xuống { $after }, mất { $loss }.
answer-nothing = Không tìm thấy kế hoạch nào tốt hơn kế hoạch hiện tại: với mức chi { $invest }, kết quả ({ $objective } trong { $span }) là { $value }.
answer-better-and-pays = Đề xuất tốt hơn kế hoạch hiện tại trong { $better } (chênh lệch: { $range }, xét 8/10 kịch bản) và thu về nhiều hơn chi phí trong { $pays }.
answer-better = Đề xuất tốt hơn kế hoạch hiện tại trong { $better }; chênh lệch: { $range }, xét 8/10 kịch bản.
answer-pays = Kết quả: { $range }, xét 8/10 kịch bản; kế hoạch thu về nhiều hơn chi phí trong { $pays }.
answer-range = Kết quả: { $range }, xét 8/10 kịch bản.
answer-certain = Không có giả định nào bất định: mọi kịch bản đều như nhau.
answer-point-run = Mọi giả định được lấy ở trung vị: không có kịch bản nào được mô phỏng nên chưa thể nêu xác suất.
answer-weakest = { $basis ->
    [target] Giai đoạn yếu nhất hiện nay là { $stage }: đưa giai đoạn này đạt mục tiêu sẽ mang lại thêm { $stake } ({ $objective }), nhiều hơn bất kỳ giai đoạn nào khác.
   *[lever] Giai đoạn yếu nhất hiện nay là { $stage }: đòn bẩy tốt nhất đã biết sẽ mang lại thêm { $stake } ({ $objective }), nhiều hơn bất kỳ giai đoạn nào khác.
}
answer-weakest-likely = { $basis ->
    [target] Giai đoạn yếu nhất hiện nay là { $stage }: đưa giai đoạn này đạt mục tiêu sẽ mang lại thêm { $stake } ({ $objective }); đây là giai đoạn yếu nhất trong { $chance }.
   *[lever] Giai đoạn yếu nhất hiện nay là { $stage }: đòn bẩy tốt nhất đã biết sẽ mang lại thêm { $stake } ({ $objective }); đây là giai đoạn yếu nhất trong { $chance }.
}
answer-no-weakest = Không giai đoạn nào chưa đạt mục tiêu và không đòn bẩy đã biết nào mang lại thêm, nên chưa thể nói giai đoạn nào yếu nhất.
fact-today = hiện tại { $value }
