import { expect, test } from 'vitest'
import { postgresSettings } from './settings.ts'

const gigabyte = 1024 ** 3

test('a quarter of a gigabyte, a small server and a large one each get memory in proportion', () => {
  const memory = (memoryBytes: number) => {
    const { shared_buffers, effective_cache_size, maintenance_work_mem } = postgresSettings({ memoryBytes })
    return [shared_buffers, effective_cache_size, maintenance_work_mem]
  }
  expect(memory(gigabyte / 4)).toEqual(['32MB', '128MB', '32MB'])
  expect(memory(4 * gigabyte)).toEqual(['512MB', '2048MB', '128MB'])
  expect(memory(64 * gigabyte)).toEqual(['1024MB', '32768MB', '512MB'])
})

test('where shared memory is cramped, as in containers, parallel queries use files instead', () => {
  const typeWith = (sharedMemoryBytes?: number) =>
    postgresSettings({ memoryBytes: gigabyte, sharedMemoryBytes })['dynamic_shared_memory_type']
  expect(typeWith(64 * 1024 * 1024)).toBe('mmap')
  expect(typeWith(gigabyte)).toBeUndefined()
  expect(typeWith(undefined)).toBeUndefined()
})
