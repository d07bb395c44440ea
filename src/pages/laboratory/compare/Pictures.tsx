import { type Signal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { networkView, peopleView } from "../../../views/index.ts";
import type { NetworkFrame, PeopleFrame } from "../../../worker/protocol.ts";
import { nameOf } from "../names.ts";
import { t, theme } from "../preferences.ts";
import { community, loaded, network, open, people, showCommunity } from "../session/index.ts";
import { openPair, secondNetwork, secondPeople } from "./secondWorld.ts";

const kinds = ["district", "station", "community", "unit", "branch", "organization"] as const;

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
  const makeNetwork = (world: string) => () =>
    networkView({
      label: `${t("network")}, ${world}`,
      name: (kind, index) => nameOf(kinds[kind], index),
      onPick: (kind, index) => void (kinds[kind] === "organization" ? openPair("organization", index) : open(kinds[kind], index)),
    });
  const makePeople = (world: string) => () =>
    peopleView({ label: `${t("people")}, ${world}`, onPick: (resident) => void openPair("resident", resident) });
  return (
    <details open>
      <summary>{t("comparePictures")}</summary>
      <div class="pictures">
        {[network, secondNetwork].map((frame, k) => (
          <Picture<NetworkFrame> key={worlds[k]} title={`${t("network")}: ${worlds[k]}`} frame={frame} make={makeNetwork(worlds[k])} />
        ))}
      </div>
      {result?.ok && result.communities.length > 1 && (
        <label class="group">
          {t("kind_community")}
          <select value={community.value} onChange={(event) => void showCommunity(Number(event.currentTarget.value))}>
            {result.communities.map((_, c) => (
              <option key={nameOf("community", c)} value={c}>
                {nameOf("community", c)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="pictures">
        {[people, secondPeople].map((frame, k) => (
          <Picture<PeopleFrame> key={worlds[k]} title={`${t("people")}: ${worlds[k]}`} frame={frame} make={makePeople(worlds[k])} />
        ))}
      </div>
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
    const watch = new ResizeObserver(([entry]) => it.resize(Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height)));
    watch.observe(parent);
    return () => {
      watch.disconnect();
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
