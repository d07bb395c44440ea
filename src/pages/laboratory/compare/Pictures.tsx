import { type ReadonlySignal, useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type BlocksData, blocksScene, changeOf, circleColours, circleNames, networkFigure, networkKinds } from "../../../views/index.ts";
import { tellChange } from "../../../words/index.ts";
import type { PeopleFrame } from "../../../worker/protocol.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { nameOf } from "../names.ts";
import { onResize } from "../onResize.ts";
import { usePicture } from "../pictures/answer.ts";
import { drawPeople } from "../pictures/drawn.ts";
import { Legend } from "../pictures/Legend.tsx";
import { residentEntries } from "../pictures/legendEntries.ts";
import { WorldsMap } from "../pictures/MapPicture.tsx";
import { networkWords } from "../pictures/networkWords.ts";
import { language, t, theme } from "../preferences.ts";
import { community, loaded, open } from "../session/index.ts";
import { counterfactualNetwork, counterfactualPeople, counterfactualWeek, openPair } from "./counterfactual.ts";

/** A picture that takes frames and fills its box. */
interface View<Frame> {
  node: HTMLElement;
  update(frame: Frame): void;
  resize(width: number, height: number): void;
  restyle(): void;
  stop?(): void;
}

const ALL: ReadonlySet<number> = new Set([0, 1, 2, 3]);

/** The network and the residents of both worlds, where both rest. */
export function Pictures() {
  const result = loaded.value;
  const worlds = [t("compareFirst"), t("compareSecond")];
  const network = usePicture("network", () => ({ week: counterfactualWeek.value }));
  const people = usePicture("people", () => ({ community: community.value, week: counterfactualWeek.value }));
  const both = useComputed(() => {
    const [before, now] = [network.value, counterfactualNetwork.value];
    return before && now && { now, before, shown: ALL };
  });
  const makeNetwork = () =>
    networkFigure<BlocksData>({
      label: t("network"),
      nothing: t("nothingYet"),
      scene: (data, w, h) => blocksScene(data, w, h, networkWords()),
      onPick: (kind, index) => {
        if (networkKinds[kind] === "organization") void openPair("organization", index);
        else if (kind >= 0) void open(networkKinds[kind], index);
      },
      onCircle: () => {},
    });
  const makePeople = (world: string) => () => drawPeople(`${t("people")}, ${world}`, (resident) => void openPair("resident", resident));
  return (
    <details open>
      <summary>{t("comparePictures")}</summary>
      <div class="pictures">
        <Picture<BlocksData>
          title={both.value ? tellChange(language.value, changeOf(both.value.now, both.value.before)) : t("network")}
          frame={both}
          make={makeNetwork}
        />
      </div>
      <Legend entries={circleNames.slice(0, 4).map((circle) => ({ colour: circleColours[circle], text: t(`circle_${circle}`) }))} />
      <WorldsMap />
      {result?.ok && result.communities.length > 1 && (
        <label class="group">
          {t("kind_community")}
          <select value={community.value} onChange={(event) => (community.value = Number(event.currentTarget.value))}>
            {result.communities.map((_, c) => (
              <option key={nameOf("community", c)} value={c}>
                {nameOf("community", c)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="pictures">
        {[people, counterfactualPeople].map((frame, k) => (
          <Picture<PeopleFrame> key={worlds[k]} title={`${t("people")}: ${worlds[k]}`} frame={frame} make={makePeople(worlds[k])} />
        ))}
      </div>
      <Legend entries={residentEntries("participation")} />
    </details>
  );
}

function Picture<Frame>({ title, frame, make }: { title: string; frame: ReadonlySignal<Frame | undefined>; make: () => View<Frame> }) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<View<Frame> | null>(null);
  view.current ??= make();
  useEffect(() => {
    const it = view.current as View<Frame>;
    const parent = box.current as HTMLDivElement;
    parent.append(it.node);
    const rest = onResize(parent, it.resize);
    return () => {
      rest();
      it.stop?.();
    };
  }, []);
  useSignalEffect(() => {
    if (frame.value) view.current?.update(frame.value);
  });
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => view.current?.restyle());
  });
  return (
    <section class="card picture" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <div class="canvas" ref={box} />
    </section>
  );
}
