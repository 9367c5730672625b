package yibao.devices.idcard;

import java.time.LocalDate;
import java.util.Optional;
import yibao.simulators.idcard.CardContent;

/** Cards of invented people, one of each kind. */
final class Cards {
  static final CardContent ZHANG_SAN =
      new CardContent.Resident(
          "张三",
          "1",
          "01",
          LocalDate.of(1949, 12, 31),
          "北京市朝阳区测试路1号",
          "11010519491231002X",
          "北京市公安局朝阳分局",
          LocalDate.of(2020, 1, 1),
          Optional.empty());

  static final CardContent PERMIT =
      new CardContent.ResidencePermit(
          "陈测试",
          "2",
          LocalDate.of(1994, 8, 23),
          "山东省烟台市测试路2号",
          "810000199408230021",
          "烟台市公安局测试分局",
          LocalDate.of(2022, 3, 1),
          LocalDate.of(2027, 3, 1),
          "H12345678",
          "01");

  static final CardContent FOREIGNER_2017 =
      new CardContent.PermanentResident2017(
          "AIGERIM TEST PERSON",
          "2",
          "KAZ110090123105",
          "KAZ",
          "测试 艾格林",
          LocalDate.of(2018, 6, 1),
          LocalDate.of(2028, 5, 31),
          LocalDate.of(1990, 12, 31),
          "01",
          "1500");

  /** The English name fills its first field up to a space and runs on in the second. */
  static final CardContent FOREIGNER_2023 =
      new CardContent.PermanentResident2023(
          "",
          "2",
          "00",
          LocalDate.of(1990, 12, 31),
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGH IJKLMNOPQR",
          "911398199012310021",
          LocalDate.of(2024, 1, 15),
          LocalDate.of(2034, 1, 15),
          "KAZ",
          "105");

  private Cards() {}
}
