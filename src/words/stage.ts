import type { Words } from "./words.ts";

/** Words of the stage: one picture, one sentence, for a room. */
export const stage = {
  stage: ["Stage", "演示"],
  toStage: ["Show on the stage", "用于演示"],
  stageOneRun: ["one run", "一次运行"],
  stageRecorded: ["recorded beforehand", "预先记录"],
  stageBlank: ["The screen is blank. Press B to go on.", "屏幕已隐去，按 B 键继续。"],
  stageNothing: ["This picture needs more than one community.", "此图需要一个以上的社区。"],
  stageClaimMore: ["{{count}} more contrasts on the page of claims.", "论断页另有 {{count}} 项对照。"],
  nextPicture: ["Next picture", "下一图"],
  previousPicture: ["Previous picture", "上一图"],
  leaveStage: ["Leave the stage", "退出演示"],
  keyStage: ["Stage: one picture for a room", "演示：一屏一图"],
  keyRunOrPlay: ["Run, pause, or play from a week of the past", "运行、暂停，或从过去某周起播放"],
  keyWeek: ["A week back or on; with Shift a year", "前后一周；按住 Shift 为一年"],
  keyEnds: ["The first or the last week", "第一周或最后一周"],
  keyPicture: ["The picture before or after, by a remote too", "上一图或下一图，翻页笔亦可"],
  keyBlank: ["Blank screen", "隐去屏幕"],
  keyDark: ["Dark or light", "明暗切换"],
  keyFullscreen: ["Full screen", "全屏"],
  key_space: ["Space", "空格"],
} as const satisfies Words;
