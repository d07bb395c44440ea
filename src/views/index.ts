export * from "./chart.ts";
export * from "./networkView.ts";
export * from "./peopleView.ts";
export * from "./seriesChart.ts";
