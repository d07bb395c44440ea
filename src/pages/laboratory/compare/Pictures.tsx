import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { circleNames } from "../../../views/index.ts";
import type { NetworkFrame, PeopleFrame } from "../../../worker/protocol.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { nameOf } from "../names.ts";
import { onResize } from "../onResize.ts";
import { useAnswer } from "../pictures/answer.ts";
import { drawNetwork, drawPeople } from "../pictures/drawn.ts";
import { Legend } from "../pictures/Legend.tsx";
import { agentEntries, circleEntries, residentEntries } from "../pictures/legendEntries.ts";
import { t, theme } from "../preferences.ts";
import { community, loaded, open } from "../session/index.ts";
import { counterfactualNetwork, counterfactualPeople, openPair } from "./counterfactual.ts";

/** A picture that takes frames and fills its box. */
interface View<Frame> {
  node: HTMLElement;
  update(frame: Frame): void;
  resize(width: number, height: number): void;
  restyle(): void;
  stop?(): void;
}

/** The network and the residents of both worlds, where both rest. */
export function Pictures() {
  const result = loaded.value;
  const worlds = [t("compareFirst"), t("compareSecond")];
  const network = useAnswer(() => (lab) => lab.network());
  const people = useAnswer(() => {
    const of = community.value;
    return (lab) => lab.people(of);
  });
  const makeNetwork = (world: string) => () =>
    drawNetwork(`${t("network")}, ${world}`, (kind, index) => void (kind === "organization" ? openPair(kind, index) : open(kind, index)));
  const makePeople = (world: string) => () => drawPeople(`${t("people")}, ${world}`, (resident) => void openPair("resident", resident));
  return (
    <details open>
      <summary>{t("comparePictures")}</summary>
      <div class="pictures">
        {[network, counterfactualNetwork].map((frame, k) => (
          <Picture<NetworkFrame> key={worlds[k]} title={`${t("network")}: ${worlds[k]}`} frame={frame} make={makeNetwork(worlds[k])} />
        ))}
      </div>
      <Legend entries={[...circleEntries(circleNames), ...agentEntries("role")]} />
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

function Picture<Frame>({ title, frame, make }: { title: string; frame: Signal<Frame | undefined>; make: () => View<Frame> }) {
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
