import { useSignalEffect as useEffectOfSignals } from "@preact/signals";
import { Component, type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { inWords, t } from "./preferences.ts";
import { saidOfError } from "./saidOfError.ts";

/** Tells the nearest boundary that something within it has failed. */
const Failing = createContext<(error: unknown) => void>((error) => {
  throw error;
});

/** A part of the page did not come from the server. */
class NotLoaded extends Error {}

/** A part of the page that fails by itself: what goes wrong in it is said in its place, and the rest of the page stays. */
export class Boundary extends Component<{ children: ComponentChildren }, { error?: Error | undefined }> {
  static override getDerivedStateFromError = (error: Error) => ({ error });
  private readonly fail = (error: unknown) => this.setState({ error: error as Error });

  override render() {
    const { error } = this.state;
    if (error === undefined) return <Failing.Provider value={this.fail}>{this.props.children}</Failing.Provider>;
    const notLoaded = error instanceof NotLoaded;
    return (
      <div role="alert" class="alarm failed">
        <p>{notLoaded ? t("partNotLoaded") : t("partFailed", { message: inWords(saidOfError(error)) })}</p>
        <button type="button" class="outline" onClick={() => this.setState({ error: undefined })}>
          {t(notLoaded ? "partTryAgain" : "partAgain")}
        </button>
        {notLoaded && (
          // A browser may remember that a script did not come, and a newer version has other scripts; the address keeps the run.
          <button type="button" class="outline" onClick={() => location.reload()}>
            {t("pageAnew")}
          </button>
        )}
      </div>
    );
  }
}

/** Runs something when the signals that it reads change; what it throws fails the boundary around it, not whoever changed them. */
export function useSignalEffect(run: () => void): void {
  const fail = useContext(Failing);
  useEffectOfSignals(() => {
    try {
      return run();
    } catch (error) {
      fail(error);
    }
  });
}

/** What is loaded when it is first shown, once it is there; if it does not come, the boundary says so. */
export function useLoaded<T>(load: () => Promise<T>): T | undefined {
  const fail = useContext(Failing);
  const [came, setCame] = useState<{ value: T } | undefined>(undefined);
  useEffect(() => {
    load().then(
      (value) => setCame({ value }),
      (error: Error) => fail(new NotLoaded(error.message)),
    );
  }, []);
  return came?.value;
}
