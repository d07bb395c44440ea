#!/bin/bash
# A plan as a Slurm array: each task runs one part of it, and the last job puts the parts together.
#
#   PLAN=scenarios/plans/rigidity.yaml OUT=out/rigidity PARTS=20 bash docs/slurm.sh
#
# A task that is killed, or preempted and requeued, goes on from the runs that it has finished. If runs are missing after
# all, the last job says how many; the same command does only those.
set -euo pipefail
PLAN=${PLAN:?names the plan} OUT=${OUT:?names a folder that all nodes see} PARTS=${PARTS:?says into how many parts}
RUN="npx four-circles batch $PLAN --out $OUT"

array=$(sbatch --parsable --job-name=four-circles --array="1-$PARTS" --requeue --cpus-per-task=2 --mem=2G --time=04:00:00 \
  --wrap "$RUN --workers \$SLURM_CPUS_PER_TASK --shard \$SLURM_ARRAY_TASK_ID/$PARTS")
sbatch --job-name=four-circles-merge --dependency="afterany:$array" --mem=2G --time=00:30:00 --wrap "$RUN --merge --csv"
