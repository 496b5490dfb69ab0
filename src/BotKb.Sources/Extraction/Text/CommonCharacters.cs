using System.Buffers;

namespace BotKb.Sources.Extraction.Text;

/// <summary>
/// The characters that make up most of any Chinese, Japanese or Korean text. Text read in the wrong encoding hardly ever
/// hits them, so a few characters tell encodings apart.
/// </summary>
internal static class CommonCharacters
{
    private const string Shared =
        "的一是不了在人有我他中上大和到以要就出可也你生能而子那得之年自下用道行所然家事成方多去法如都同面起看定天分好小部其些主理心她本前但因只想日者意力它把十"
        + "民第公此已工使情明性知全三又正外高由很最重物手向文政美相被利什二等或新己身果加西斯月合回特代信表化老世位次度任常先海通教原立及比水名真走各入口平活更"
        + "打女神何安少才反受目太再感必件管期市直命山金指克至形社便空治科司五基眼非白光放即像且思王完色路南品住告求程北死交取拉格共切院班元示引石型消象造百必"
        + "早布空料失服故往收早首查校修改章冊手作若士易香港台灣字母式包含例注列版存取文件名片言語高低左右每日今明昨週月季初末另位址甲乙丙丁戊本部地址密碼客服中心"
        + "目次前言介使用方法制度政策程序流量人事行政主管同仁假日加班月底年度第一二三四五六七八九十百千份上午下午周期表格附件合同出差住宿交通伙食金元角分成本"
        + "工作工程技能安全生育男女配偶子女父母本人主任主席委托方案公示公告公布告知知悉同意不同意批准批次退回停用刪除增加減少";

    private const string Simplified =
        "这个们来为国说时会对过发后里种经么学现当没动还进样开从实军无与长机业将间问点并应战头体见产话内给门儿东声提员解论处义条系气题尔别变总电数报结务做接场计"
        + "资许统区保队决展马书则听却界达强难权设记类据边张该规万望觉术领确传师观清让识带争运华转备层单济联须号责办导质级标战约选广红节岁响线讨欢组织职协护参阅"
        + "请假费用报销销售财务账户邮箱项测试编号姓备注价单位产品审批奖罚补贴考勤会议说明书载图库启动错误连接网络软硬盘复杂简历录试证书访问权限数据库环境仅"
        + "员册规则须将于这进认证验证码链视频频道亲爱团队优劳动险医疗养积金钟总监经营适档归还";

    private const string Traditional =
        "這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機業將間問點並應戰頭體見產話內給門兒東聲員解論處義條系氣題爾別變總電數報結務做接場計"
        + "資許統區保隊決展馬書則聽卻界達強難權設記類據邊張該規萬望覺術領確傳師觀清讓識帶爭運華轉備層單濟聯須號責辦導質級標約選廣紅節歲響線討歡組織職協護參閱"
        + "請假費用報銷銷售財務帳戶郵箱項測試編號姓備註價單位產品審批獎罰補貼考勤會議說明書載圖庫啟動錯誤連接網路軟硬體碟複雜簡歷錄試證書訪問權限資料庫環境僅"
        + "員冊規則須將於這進認證驗證碼鏈視頻頻道親愛團隊優勞動險醫療養積金鐘總監經營適檔歸還臺";

    private const string Japanese =
        "的日本語文字書社会員月年時分間前後上下中大小新高長出入見行来生学校先人子名前場所方法物事手目気持思言話聞読食飲使用作業開始終了確認登録変更追加削除検索表示"
        + "設定管理対応案内必要当該各種申請届規程就業休暇給与経費清算部署担当者連絡電話番号住所株式";

    private const string Korean =
        "이다는을를의에가하고은로지한기도사시나대자어리서일그아인스수정해있것들보전상게여만주라부조제장성구과공원경면적니으요습안녕세월년오와업무규휴신청비회원직문서용"
        + "관계자동내외위치방법목록번호전화소명급여연차출장교육개발설치운영고객선택확입력저및등";

    private static readonly SearchValues<char> Known = SearchValues.Create(Shared + Simplified + Traditional + Japanese + Korean);

    /// <summary>True for a frequent Chinese, Japanese or Korean character; kana are not looked at.</summary>
    public static bool Contain(char c) => Known.Contains(c);
}
