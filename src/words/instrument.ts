import type { Words } from "./words.ts";

/** Words of the timeline, of links, of files and of the keys. */
export const instrument = {
  skip: ["Skip to the content", "跳到内容"],
  timeline: ["Weeks of the run", "运行的各周"],
  interventionsHelp: [
    "A control that is changed during the run becomes a mark here. Arrow keys or dragging move a mark, Delete takes it back; weeks that have passed are then run again.",
    "运行中改动的参数在此成为标记。方向键或拖动可移动标记，删除键撤销；已过的各周将重新运行。",
  ],
  before: ["before", "变更前"],
  changesInCharts: ["Changes marked in the charts", "图中标出的变更"],
  beforeHelp: ["Grey, “before”: the run as it was before the last change{{what}}.", "灰线“变更前”：最近一次变更之前的运行{{what}}。"],
  beforeWith: ["with {{list}}", "当时有 {{list}}"],
  beforeWithout: ["without {{list}}", "当时无 {{list}}"],
  beforeSeed: ["seed {{seed}}", "种子 {{seed}}"],
  forgetBefore: ["Take it away", "移除灰线"],
  ofFile: ["from the scenario file", "来自情景文件"],
  undo: ["Undo", "撤销"],
  undoAll: ["Undo all changes", "撤销全部变更"],
  inWeek: ["Week {{week}}: {{what}}", "第 {{week}} 周：{{what}}"],
  becomesIn: ["{{what}}, only {{where}}", "{{what}}，仅限{{where}}"],
  inCommunities: ["in communities {{list}}", "社区 {{list}}"],
  inPilotArea: ["in the pilot area (communities {{list}})", "试点区（社区 {{list}}）"],
  scheduled: ["Set by the scenario file", "情景文件所设"],
  becomes: ["{{name}}: {{value}}", "{{name}}：{{value}}"],
  replaying: ["Running again to week {{week}} …", "正在重新运行至第 {{week}} 周……"],
  stop: ["Stop", "停止"],
  copyLink: ["Copy link", "复制链接"],
  linkCopied: [
    "Link copied. It repeats this run to week {{week}} and checks the result.",
    "链接已复制。打开后重新运行到第 {{week}} 周，并核对结果。",
  ],
  linkNotCopied: ["The browser does not allow copying. The address bar holds the link.", "浏览器不允许复制。地址栏中即是链接。"],
  linkSame: [
    "The same run: at week {{week}} the checksum agrees with that of the link ({{ours}}).",
    "同一运行：第 {{week}} 周的校验码与链接一致（{{ours}}）。",
  ],
  linkOther: [
    "Another run: at week {{week}} the checksum is {{ours}}, in the link it is {{theirs}}. The link was changed by hand, or this copy of the program is another.",
    "不是同一运行：第 {{week}} 周的校验码为 {{ours}}，链接中为 {{theirs}}。链接经人改动，或程序并非同一份。",
  ],
  linkOtherVersion: [
    "The link was made by version {{program}}, this is {{version}}: at week {{week}} the checksum is {{ours}}, in the link it is {{theirs}}.",
    "链接由 {{program}} 版生成，此为 {{version}} 版：第 {{week}} 周的校验码为 {{ours}}，链接中为 {{theirs}}。",
  ],
  linkShort: [
    "The link goes to week {{week}}; this run is at week {{now}}, so the checksums were not compared.",
    "链接至第 {{week}} 周，本次运行停在第 {{now}} 周，未比较校验码。",
  ],
  linkVersion: [
    "The link cannot be read: it begins with “{{at}}”, this program reads links that begin with “1&”. Ask for it again.",
    "链接无法读取：以“{{at}}”开头，本程序只读以“1&”开头的链接。请重新索取。",
  ],
  linkScenario: ["The link names no scenario (scenario=…). Ask for it again.", "链接未指明情景（scenario=…）。请重新索取。"],
  linkUnknown: [
    "The link names the scenario {{at}}, which this copy of the laboratory does not have, and does not bring its text. Ask for a link that was copied on the page, or for the file. What is shown here is another scenario.",
    "链接所指的情景 {{at}} 在此实验室中不存在，链接中也没有其内容。请索取在页面上复制的链接，或情景文件。此处显示的是另一情景。",
  ],
  linkWeek: ["The link names the week “{{at}}”. Weeks are whole numbers up to 3650.", "链接所指的周为“{{at}}”。周应为不超过 3650 的整数。"],
  linkText: [
    "The scenario in the link is damaged (text={{at}}…). Links are often cut in messages: copy it whole.",
    "链接中的情景已损坏（text={{at}}…）。链接在消息中常被截断，请完整复制。",
  ],
  linkLarge: ["The scenario in the link is larger than {{at}}. Ask for its file instead.", "链接中的情景超过 {{at}}。请改为索取情景文件。"],
  linkEntry: ["The link holds “{{at}}”, which is not of the form name=value.", "链接中的“{{at}}”不是“名称=值”的形式。"],
  linkDigest: [
    "The checksum in the link is “{{at}}”, not 16 hexadecimal digits. Links are often cut in messages: copy it whole.",
    "链接中的校验码为“{{at}}”，不是 16 位十六进制数。链接在消息中常被截断，请完整复制。",
  ],
  filesMenu: ["Files", "文件"],
  openFile: ["Open a file …", "打开文件……"],
  openFileHelp: [
    "A scenario (.yaml), a checkpoint (.4c), or the tables of a district (.xlsx, .csv); dropping it on the page does the same.",
    "情景（.yaml）、检查点（.4c）或城区表格（.xlsx、.csv）；拖入页面亦可。",
  ],
  saveTemplate: ["Empty workbook for a district", "空白城区工作簿"],
  saveTemplateHelp: [
    "An .xlsx to fill in: the names of your communities and how many live there are enough. Then open it here.",
    "供填写的 .xlsx：写上各社区名称与常住人口即可，然后在此打开。",
  ],
  saveCheckpoint: ["Save checkpoint", "保存检查点"],
  saveCheckpointHelp: [
    "The whole run in a file, from which this page and the command line continue.",
    "整个运行存为一个文件，本页与命令行均可从此继续。",
  ],
  saveScenario: ["Save scenario", "保存情景"],
  saveScenarioHelp: [
    "The scenario file with all changes, comments kept, for “four-circles run”.",
    "含全部变更的情景文件，保留注释，可用于“four-circles run”。",
  ],
  saveNetwork: ["Save network", "保存网络"],
  saveNetworkHelp: [
    "Every tie from its first week to its last, as GEXF for the timeline of Gephi.",
    "每条关系的起止周，GEXF 格式，可在 Gephi 时间轴中播放。",
  ],
  dropHere: [
    "Drop a scenario, the tables of a district, a checkpoint or the results of a batch here, its folder too",
    "将情景、城区表格、检查点或批量结果（整个文件夹亦可）拖放到此处",
  ],
  restored: ["{{name}} is open at week {{week}}.", "{{name}} 已打开，位于第 {{week}} 周。"],
  restoredOther: [
    "{{name}} is open at week {{week}}. Version {{program}} wrote it; weeks from here on are computed by this version.",
    "{{name}} 已打开，位于第 {{week}} 周。它由 {{program}} 版写出，此后各周由本版计算。",
  ],
  openBroken: ["{{name}} {{message}}", "{{name}} {{message}}"],
  openUnknown: [
    "{{name}} is neither a scenario, nor a checkpoint, nor results of a batch. Open a .yaml, .xlsx, .csv, .4c or .parquet file.",
    "{{name}} 既非情景、检查点，也非批量结果。请打开 .yaml、.xlsx、.csv、.4c 或 .parquet 文件。",
  ],
  readAs: [
    "{{name}} is not {{usual}} and is read as {{encoding}}. If letters come out wrong, save it as {{usual}}.",
    "{{name}} 不是 {{usual}}，按 {{encoding}} 读取。若文字有误，请另存为 {{usual}}。",
  ],
  openUnread: [
    "{{name}} cannot be read: {{message}} Choose a file, not a folder, that is still in its place.",
    "无法读取 {{name}}：{{message}} 请选择仍在原处的文件，而非文件夹。",
  ],
  problemInChanges: ["in the changes", "在变更中"],
  recorded: [
    "A run recorded beforehand: {{weeks}} weeks of “{{title}}”. Press Run to compute it here.",
    "预先记录的运行：“{{title}}”的 {{weeks}} 周。按“运行”即在此计算。",
  ],
  keys: ["Keys", "快捷键"],
  keysHelp: [
    "They work wherever no text is being typed. Sliders, marks and pictures take arrow keys once they are focused.",
    "在未输入文字时有效。滑块、标记与图聚焦后可用方向键。",
  ],
  keysOn: ["Keys are on", "启用快捷键"],
  keyRun: ["Run or pause", "运行或暂停"],
  keyStep: ["One week", "前进一周"],
  keyReset: ["Reset to week 0", "重置到第 0 周"],
  keySearch: ["Search parameters", "搜索参数"],
  keyLink: ["Copy link", "复制链接"],
  keyHelp: ["This list", "本列表"],
} as const satisfies Words;
